# Case: headers of a mail are written by hand
import smtplib

from flask import Flask, request

app = Flask(__name__)


@app.post("/contact")
def contact():
    subject = request.form["subject"]  # step 1
    message = "From: site@example.org\r\nSubject: " + subject + "\r\n\r\nSomebody wrote."
    with smtplib.SMTP("localhost") as server:
        server.sendmail("site@example.org", ["team@example.org"], message)  # sink: mail-injection
    return {"sent": True}
