"""Where the reader left off and goes on: a place that is kept, as a question and back again."""

from tui_reader.library.listing import VIEWS, Question
from tui_reader.papers import Paper, PaperId
from tui_reader.places import Place
from tui_reader.queries.query import Query


def question_of(place: Place) -> Question:
    """What was asked there."""
    views = [view for view in VIEWS if view == place.view]
    query, view = Query.parse(place.query, begun=True), views[0] if views else "all"
    return Question(query, view, place.order, place.reading_list)


def place_of(text: str, question: Question, home: PaperId, selected: Paper | None) -> Place:
    """The place of a reader who typed and asked this and is on their paper, else the selected."""
    order, name = question.order, home or (selected.id if selected else "")
    return Place(text, question.view, order.key, order.reverse, str(name), question.reading_list)
