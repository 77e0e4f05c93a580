# Case: the client's word is a parameter of a constant address
import requests
from flask import Flask, request

app = Flask(__name__)


@app.get("/weather")
def weather():
    city = request.args["city"]
    response = requests.get("https://weather.example.org/v1", params={"q": city}, timeout=5)  # safe: server-side-request-forgery
    return {"status": response.status_code}
