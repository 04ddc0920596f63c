"""Runs commands of gcloud in forks of a process that has loaded its code, which is most of what a command costs.

    warm-gcloud.py --serve SOCKET .../lib/gcloud.py           until its standard input ends
    warm-gcloud.py SOCKET .../lib/gcloud.py ARGUMENT...       as gcloud.py ARGUMENT... would

gcloud's own launcher calls both, by CLOUDSDK_PYTHON_ARGS. A command has its caller's arguments, environment, folder and
streams; it ends when its caller does.
"""

import json
import os
import socket
import struct
import sys
import time

LOAD_SECONDS = 60


def call(path, program, arguments):
    """Hands a command over and gives its exit code."""
    connection = socket.socket(socket.AF_UNIX)
    deadline = time.monotonic() + LOAD_SECONDS
    while True:
        try:
            connection.connect(path)
            break
        except (FileNotFoundError, ConnectionRefusedError):
            # It is being loaded.
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
    environment = {name: value for name, value in os.environ.items() if name != 'CLOUDSDK_PYTHON_ARGS'}
    message = json.dumps({'argv': [program, *arguments], 'folder': os.getcwd(), 'environment': environment}).encode()
    socket.send_fds(connection, [struct.pack('!I', len(message))], [0, 1, 2])
    connection.sendall(message)
    code = connection.recv(1)
    # Without a code it was killed.
    return code[0] if code else 137


def serve(path, program):
    """Loads gcloud and answers callers, each in a process of its own."""
    import importlib
    import select
    import signal

    library = os.path.dirname(program)
    sys.path[:0] = [os.path.join(library, 'third_party'), library]
    from googlecloudsdk import gcloud_main

    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    learnt = {}
    while True:
        ready, _, _ = select.select([sys.stdin, listener, *learnt], [], [])
        for each in ready:
            if each is sys.stdin:
                os._exit(0)
            elif each is listener:
                connection, _ = listener.accept()
                reader, writer = os.pipe()
                if os.fork() == 0:
                    listener.close()
                    run(gcloud_main.main, connection, writer)
                connection.close()
                os.close(writer)
                learnt[reader] = b''
            else:
                part = os.read(each, 65536)
                learnt[each] += part
                if part:
                    continue
                os.close(each)
                for name in learnt.pop(each).decode().split():
                    # What a command needed, the next one finds loaded. Commands themselves are loaded under names of their own.
                    if name not in sys.modules and not name.startswith('__calliope__'):
                        try:
                            importlib.import_module(name)
                        except ImportError:
                            pass


def run(main, connection, writer):
    """A caller's command, in this process, which ends with it."""
    import atexit
    import signal
    import threading

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    head, descriptors, _, _ = socket.recv_fds(connection, 4, 3)
    message = b''
    while len(message) < struct.unpack('!I', head)[0]:
        message += connection.recv(65536)
    asked = json.loads(message)
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    sys.stdin = sys.__stdin__ = open(0, encoding='utf-8', closefd=False)
    sys.stdout = sys.__stdout__ = open(1, 'w', encoding='utf-8', closefd=False)
    sys.stderr = sys.__stderr__ = open(2, 'w', encoding='utf-8', closefd=False, buffering=1)
    os.chdir(asked['folder'])
    os.environ.clear()
    os.environ.update(asked['environment'])
    sys.argv = asked['argv']

    def end_with_caller():
        if connection.recv(1) == b'':
            os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=end_with_caller, daemon=True).start()
    code = 0
    try:
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # As the interpreter says it.
        sys.excepthook(*sys.exc_info())
        code = 1
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(writer, '\n'.join(sys.modules).encode())
    connection.sendall(bytes([code & 255]))
    os._exit(0)


if __name__ == '__main__':
    if sys.argv[1] == '--serve':
        serve(*sys.argv[2:4])
    else:
        sys.exit(call(sys.argv[1], sys.argv[2], sys.argv[3:]))
