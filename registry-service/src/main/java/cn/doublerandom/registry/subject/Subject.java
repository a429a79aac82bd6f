package cn.doublerandom.registry.subject;

/**
 * A subject (检查对象).
 *
 * <pre>Unregistered ──register──▶ Registered (revised, status changed any number of times)</pre>
 */
public sealed interface Subject {
  record Unregistered() implements Subject {}

  record Registered(SubjectDetails details) implements Subject {}
}
