# Case: a key of an S3 event in a command
import os


def lambda_handler(event, context):  # step 1
    for record in event["Records"]:
        key = record["s3"]["object"]["key"]
        print("one more record")
        os.system("unzip /tmp/" + key)  # sink: command-injection
    return {"statusCode": 200}
