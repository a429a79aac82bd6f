package cn.doublerandom.registry.office;

/** What happens to an office. */
public sealed interface OfficeEvent {
  /** The 三定规定 was registered or replaced by a newer one. */
  record MandateRegistered(OfficeMandate mandate) implements OfficeEvent {}
}
