import asyncio
import os
import shlex
import subprocess

from aiohttp import web
from django.http import HttpResponse
from django.views import View
from flask import Flask, request

app = Flask(__name__)


@app.get("/ping")
def ping():
    host = request.args.get("host", "localhost")
    # ruleid: command-injection
    os.system("ping -c 1 " + host)
    # ok: command-injection
    os.system("ping -c 1 -- " + shlex.quote(host))
    # ok: command-injection
    subprocess.run(["ping", "-c", "1", "--", host], check=False)
    return {"ok": True}


def run(command):
    # ruleid: command-injection
    return subprocess.run(command, shell=True, capture_output=True, check=True).stdout


class Convert(View):
    def post(self, request):
        source = request.POST["source"]
        run(f"convert {source} /tmp/out.png")
        return HttpResponse("done")


async def trace(request: web.Request) -> web.Response:
    host = request.match_info["host"]
    # ruleid: command-injection
    process = await asyncio.create_subprocess_shell("traceroute " + host)
    await process.wait()
    # ok: command-injection
    process = await asyncio.create_subprocess_exec("traceroute", "--", host)
    await process.wait()
    return web.Response(text="done")


@app.post("/archive")
def archive():
    folder = request.json["folder"]
    # ruleid: command-injection
    subprocess.call(["/bin/sh", "-c", "tar czf /tmp/a.tgz " + folder])
    # ok: command-injection
    subprocess.call(["tar", "czf", "/tmp/a.tgz", "--", folder])
    return {"ok": True}


@app.post("/tool")
def tool():
    name = request.form["tool"]
    # ruleid: command-injection
    subprocess.Popen([name, "--version"])
    return {"ok": True}


def lambda_handler(event, context):
    for record in event["Records"]:
        key = record["s3"]["object"]["key"]
        # ruleid: command-injection
        os.popen("unzip /tmp/" + key)
    return {"statusCode": 200}


UNITS = ["web", "worker", "mail"]


@app.post("/restart")
def restart():
    unit = request.form["unit"]
    if unit not in UNITS:
        return {"error": "unit"}, 404
    # ok: command-injection
    os.system("systemctl restart " + unit)
    count = int(request.form["count"])
    # ok: command-injection
    os.system("scale web=%d" % count)
    return {"ok": True}


def backup(target):
    # ok: command-injection
    os.system("rsync -a /srv " + target)


backup("/backup")
