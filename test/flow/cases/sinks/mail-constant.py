# Case: the client only makes that a constant mail is sent
import smtplib

from flask import Flask, request

app = Flask(__name__)


@app.post("/contact")
def contact():
    urgent = request.form.get("urgent") == "yes"
    subject = "Urgent" if urgent else "Question"
    message = "From: site@example.org\r\nSubject: " + subject + "\r\n\r\nSomebody wrote."
    with smtplib.SMTP("localhost") as server:
        server.sendmail("site@example.org", ["team@example.org"], message)  # safe: mail-injection
    return {"sent": True}
