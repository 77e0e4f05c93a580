# Case: types of parameters that hold no text of the client's choice
import enum
import os
import uuid

from fastapi import FastAPI

app = FastAPI()


class Size(str, enum.Enum):
    SMALL = "small"
    LARGE = "large"


@app.post("/images/{key}")
def resize(key: uuid.UUID, size: Size, quality: float = 0.9):
    os.system(f"resize {key} {size.value} {quality}")  # safe: command-injection
    return {"ok": True}
