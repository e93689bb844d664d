"""What arrays of numbers are called here, by what they hold."""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
"""Places in another array."""
Bytes = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
