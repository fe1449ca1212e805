"""python -m service.demo FOLDER"""

import sys
from pathlib import Path

from service.demo import make_demo

if len(sys.argv) != 2:
    sys.exit("usage: python -m service.demo FOLDER")
for written in make_demo(Path(sys.argv[1])):
    print(written)
