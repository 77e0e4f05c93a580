import smtplib
from email.message import EmailMessage

from django.http import HttpResponse
from flask import Flask, request

app = Flask(__name__)


@app.post("/contact")
def contact():
    subject = request.form["subject"]
    message = "From: site@example.org\r\nSubject: " + subject + "\r\n\r\nSomebody wrote."
    with smtplib.SMTP("localhost") as server:
        # ruleid: mail-injection
        server.sendmail("site@example.org", ["team@example.org"], message)
    return {"sent": True}


def send(text):
    server = smtplib.SMTP("localhost")
    # ruleid: mail-injection
    server.sendmail("site@example.org", "team@example.org", text)
    server.quit()


def question(request):
    send("Subject: Question of %s\n\n%s" % (request.POST["name"], request.POST["text"]))
    return HttpResponse("sent")


@app.post("/modern")
def modern():
    message = EmailMessage()
    message["Subject"] = "Question"
    message["To"] = "team@example.org"
    message.set_content("Somebody wrote.")
    with smtplib.SMTP("localhost") as server:
        # ok: mail-injection
        server.send_message(message)
    return {"sent": True}


@app.post("/urgent")
def urgent():
    subject = "Urgent" if request.form.get("urgent") == "yes" else "Question"
    with smtplib.SMTP("localhost") as server:
        # ok: mail-injection
        server.sendmail("site@example.org", ["team@example.org"], "Subject: " + subject + "\r\n\r\nSomebody wrote.")
    return {"sent": True}


@app.post("/number")
def number():
    count = int(request.form["count"])
    with smtplib.SMTP("localhost") as server:
        # ok: mail-injection
        server.sendmail("site@example.org", ["team@example.org"], "Subject: %d orders\r\n\r\n" % count)
    return {"sent": True}
