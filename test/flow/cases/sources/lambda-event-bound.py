# Case: a query parameter in the event of a Lambda function is bound
import sqlite3

DATABASE = "/mnt/data/users.db"


def lambda_handler(event, context):
    name = event["queryStringParameters"]["name"]
    connection = sqlite3.connect(DATABASE)
    row = connection.execute("SELECT id FROM users WHERE name = ?", (name,)).fetchone()  # safe: sql-injection
    return {"statusCode": 200 if row else 404}
