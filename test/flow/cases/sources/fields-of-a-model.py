# Case: the keys of a dumped model are the names of its fields, the values come from the client
import os

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Change(BaseModel):
    title: str
    editor: str


class Page:
    pass


@app.post("/pages")
def change(body: Change):  # step 1
    page = Page()
    for key, value in body.model_dump().items():
        setattr(page, key, value)  # safe: attribute-name-injection
        os.system(value)  # sink: command-injection
    return "done"
