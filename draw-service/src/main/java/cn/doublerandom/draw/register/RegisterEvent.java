package cn.doublerandom.draw.register;

/** The registry told something new. */
public sealed interface RegisterEvent {
  record SubjectNoted(KnownEntry.KnownSubject subject) implements RegisterEvent {}

  record InspectorNoted(KnownEntry.KnownInspector inspector) implements RegisterEvent {}

  record ItemNoted(KnownEntry.KnownItem item) implements RegisterEvent {}

  record ItemReleaseNoted() implements RegisterEvent {}
}
