"""Made-up bibliographies, the same three papers in each."""

BIBTEX = r"""
% Encoding: UTF-8
@comment{jabref-meta: databaseType:bibtex;}
@preamble{ "\newcommand{\x}{y}" }
@string{roofs = "Journal of " # {Northern Roofs}}

@article{moss2024,
  author = {Moss, Ada and van Roof, Bo and {The {Ladder} Team} and others},
  title = {Mosses on {Northern} Roofs: A {{S}low} Account},
  journal = roofs # "~(Letters)",
  year = 2024, month = mar, day = 11,
  doi = {10.1000/MOSS\_1},
  url = "https://example.org/moss\_roofs",
  keywords = {moss, roofs},
  abstract = {We count mosses, roof by roof.
              Shade explains most of it.},
  note = {Best read on a roof}
}
@InProceedings(kettle,
  Author = "Sch{\"o}n, Jr., Cy and M{\"u}ller, Di",
  Title = "Does the {K}ettle Remember?",
  BookTitle = {Proc.\ of Kitchens}, Year = {2023}, Month = "11~" # feb
  )
@misc{ladder, title={zkLadder}, author={Ely Rung}, eprint={2401.01234v2}, archivePrefix={arXiv},
  primaryClass={cs.CR}, date={2024-01-02/2024-01-05}, howpublished={\url{https://example.org/l}}}
"""

RIS = """\
TY  - JOUR
AU  - Moss, Ada
A1  - van Roof, Bo, Jr.
TI  - Mosses on Northern Roofs:
A Slow Account
JO  - Journal of Roofs
PY  - 2024
DA  - 2024/03/11/
AB  - We count mosses,
roof by roof.

Shade explains most of it.
KW  - moss
KW  - roofs; shade
UR  - https://example.org/moss
L1  - https://example.org/moss.pdf
DO  - https://doi.org/10.1000/MOSS
N1  - Best read on a roof
ER  -\x20

TY  - CONF
T1  - Does the Kettle Remember?
T2  - Kitchens
Y1  - 2023/2//
N2  - A kettle that was heated once.

TY  - GEN
TI  - zkLadder
AU  - Rung, Ely
PY  - 2024///
UR  - http://arxiv.org/abs/2401.01234v1
"""

CSL = """\
[
  {
    "id": "moss", "type": "article-journal", "title": "Mosses on Northern Roofs",
    "author": [
      {"family": "Moss", "given": "Ada"},
      {"family": "Roof", "given": "Bo", "non-dropping-particle": "van", "suffix": "Jr."},
      {"literal": "The Ladder Team"}
    ],
    "issued": {"date-parts": [["2024", 3, 11]]},
    "container-title": "Journal of Roofs",
    "abstract": "<jats:p>We count mosses.</jats:p>",
    "DOI": "10.1000/MOSS", "URL": "https://example.org/moss", "keyword": "moss, roofs",
    "note": "Best read on a roof"
  },
  {"id": "kettle", "type": "paper-conference", "title": "Does the Kettle Remember?",
   "issued": {"literal": "February 2023"}, "author": [], "DOI": null},
  {"id": "ladder", "type": "article", "title": "zkLadder", "number": "arXiv:2401.01234",
   "issued": {"date-parts": [[2024]]}, "publisher": "arXiv"}
]
"""

ATOM = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: all:moss</title>
  <id>http://arxiv.org/api/abc</id>
  <entry>
    <id>http://arxiv.org/abs/2403.00001v2</id>
    <updated>2024-04-01T10:00:00Z</updated>
    <published>2024-03-11T10:00:00Z</published>
    <title>Mosses on
  Northern Roofs &amp; Walls</title>
    <summary>  We count mosses,
roof by roof.
</summary>
    <author><name>Ada Moss</name>
      <arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Here</arxiv:affiliation>
    </author>
    <author><name>Bo van Roof</name></author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/MOSS</arxiv:doi>
    <link title="doi" href="http://dx.doi.org/10.1000/MOSS" rel="related"/>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">Roofs 3</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/2403.00001v2" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/2403.00001v2" rel="related"/>
    <category term="cs.DS" scheme="http://arxiv.org/schemas/atom"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="math.GT"/>
    <category term="math.GT" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
  <entry><id>https://arxiv.org/abs/2302.00002v1</id><title>Does the Kettle Remember?</title>
    <published>2023-02-11T00:00:00Z</published></entry><entry>
    <id>http://arxiv.org/abs/math/0309136</id><title>zkLadder</title></entry>
</feed>
"""

RULE = "-" * 78

MAIL = rf"""From: no-reply@example.org
To: reader@example.org
Subject: cs daily Subj-class mailing
Date: Tue, 12 Mar 2024 01:00:00 GMT

{RULE}
{RULE}
Send any comments regarding submissions directly to submitter.
{RULE}
{RULE}
\\
arXiv:2403.00001
Date: Mon, 11 Mar 2024 10:00:00 GMT   (56kb,D)

Title: Mosses on Northern Roofs:
  A Slow Account
Authors: Ada Moss (1), Bo van Roof (1 and 2) ((1) Here,
  (2) There)
Categories: math.GT cs.DS
Comments: 12 pages
Journal-ref: Roofs 3
DOI: 10.1000/MOSS
\\
  We count mosses,
roof by roof.
\\ ( https://arxiv.org/abs/2403.00001 ,  56kb)
{RULE}
\\
arXiv:2403.00002 (*cross-listing*)
Date: Sun, 10 Mar 2024 10:00:00 GMT   (9kb)

Title: Does the Kettle Remember?
Authors: Cy Sch\"on and Di Pot
Categories: cs.OH
\\
  A kettle that was heated once.
\\ ( https://arxiv.org/abs/2403.00002 ,  9kb)
%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--
{RULE}
\\
arXiv:math/0309136
replaced with revised version Mon, 11 Mar 2024 11:00:00 GMT   (100kb,D)

Title: zkLadder
Authors: Ely Rung
Categories: cs.CR
\\ ( https://arxiv.org/abs/math/0309136 ,  100kb)
%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
For subscribe options to combined physics archives, e-mail somebody
"""
