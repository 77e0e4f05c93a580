# Case: a form field of Bottle opens a file
from bottle import post, request, run


@post("/note")
def note():
    title = request.forms.get("title")  # step 1
    with open("notes/" + title, "w") as stream:  # sink: path-traversal
        stream.write("new")
    return {"saved": True}


if __name__ == "__main__":
    run(host="localhost", port=8080)
