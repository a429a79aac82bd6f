package cn.doublerandom.registry.intake;

/**
 * A table that was handed in.
 *
 * <pre>Open ──its rows are stored──▶ Taken</pre>
 */
public sealed interface Intake {
  /** Nothing of it is taken. */
  record Open() implements Intake {}

  /** Taken once; the same file is handed in anew to be taken again. */
  record Taken(IntakeEvent.TableTaken report) implements Intake {}
}
