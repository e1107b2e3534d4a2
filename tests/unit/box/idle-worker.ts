// A thread's file that does nothing: its thread ends before it has come up.
export {}
