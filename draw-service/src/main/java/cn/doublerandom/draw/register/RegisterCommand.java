package cn.doublerandom.draw.register;

/** What the listener asks. */
public sealed interface RegisterCommand {
  record NoteSubject(KnownEntry.KnownSubject subject) implements RegisterCommand {}

  record NoteInspector(KnownEntry.KnownInspector inspector) implements RegisterCommand {}

  record NoteItem(KnownEntry.KnownItem item) implements RegisterCommand {}

  record NoteItemRelease() implements RegisterCommand {}
}
