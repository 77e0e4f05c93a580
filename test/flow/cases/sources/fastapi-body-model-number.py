# Case: a numeric field of a pydantic body reaches a shell
import os

from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class Job(BaseModel):
    name: str
    retries: int


@router.post("/jobs")
def create(job: Job):
    os.system(f"start-job --retries={job.retries}")  # safe: command-injection
    return {"started": True}
