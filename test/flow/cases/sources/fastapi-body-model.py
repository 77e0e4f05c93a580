# Case: a field of a pydantic body reaches a shell
import os

from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class Job(BaseModel):
    name: str
    retries: int


@router.post("/jobs")
def create(job: Job):  # step 1
    os.system("start-job --name=" + job.name)  # sink: command-injection
    return {"started": True}
