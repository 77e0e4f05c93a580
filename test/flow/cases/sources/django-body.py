# Case: the body of a request is unpickled
import pickle

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def receive(request):
    state = pickle.loads(request.body)  # step 1 # sink: deserialisation-of-request-data
    return HttpResponse("stored %d" % len(state))
