# Case: what the platform tells about the function is not the caller's data
import os


def lambda_handler(event, context):
    if not event.get("Records"):
        return {"statusCode": 400}
    os.system("report --function=" + context.function_name)  # safe: command-injection
    return {"statusCode": 200}


def warm():
    os.system("report --function=warm")  # safe: command-injection
