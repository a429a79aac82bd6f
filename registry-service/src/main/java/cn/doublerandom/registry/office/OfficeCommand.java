package cn.doublerandom.registry.office;

/** What may be asked of an office. */
public sealed interface OfficeCommand {
  record RegisterMandate(OfficeMandate mandate) implements OfficeCommand {}
}
