# Case: one of two implementations of an abstract class runs a shell
import abc
import os
import subprocess

from flask import Flask, request

app = Flask(__name__)


class Runner(abc.ABC):
    @abc.abstractmethod
    def run(self, name):
        """Runs a job."""


class ShellRunner(Runner):
    def run(self, name):
        os.system("run-job " + name)  # sink: command-injection


class ListRunner(Runner):
    def run(self, name):
        subprocess.call(["run-job", name])  # safe: command-injection


def start(runner: Runner, name: str):
    runner.run(name)  # step 3


@app.post("/job")
def job():
    name = request.form["job"]  # step 1
    runner = ShellRunner() if request.form.get("shell") else ListRunner()
    start(runner, name)  # step 2
    return {"ok": True}
