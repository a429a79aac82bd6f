package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.ReleaseEvent;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import java.util.Optional;

/** By which section of docs/draw-protocol.md a step of a draw is done. */
final class StoryClauses {
  private static final int PHASES = 2;
  private static final int COMMIT = 3;
  private static final int ENTROPY = 4;
  private static final int INSPECTED = 6;
  private static final int INSPECTS = 7;

  private StoryClauses() {}

  /** The number of the section; empty where it speaks of no such thing. */
  static Optional<Integer> of(DrawEvent event) {
    return switch (event) {
      case DrawEvent.FrameFrozen e -> Optional.of(COMMIT);
      case DrawEvent.TermsApproved e -> Optional.of(COMMIT);
      case DrawEvent.WitnessNamed e -> Optional.of(ENTROPY);
      case DrawEvent.WitnessReleased e -> Optional.of(ENTROPY);
      case ReleaseEvent e -> Optional.of(ENTROPY);
      case DrawEvent.WitnessCodeMissed e -> Optional.empty();
      case DrawEvent.ContributionPromised e -> Optional.of(ENTROPY);
      case DrawEvent.SecretDeposited e -> Optional.of(ENTROPY);
      case DrawEvent.DepositConfirmed e -> Optional.of(ENTROPY);
      case DrawEvent.DrawCommitted e -> Optional.of(COMMIT);
      case DrawEvent.ContributionRevealed e -> Optional.of(ENTROPY);
      case DrawEvent.EntropyObserved e -> Optional.of(ENTROPY);
      case DrawEvent.DrawExecuted e -> Optional.of(INSPECTED);
      case DrawEvent.DrawOpened e -> Optional.of(PHASES);
      case DrawEvent.VoidApproved e -> Optional.of(PHASES);
      case DrawEvent.VoidEnded e -> Optional.of(PHASES);
      case DrawEvent.DrawVoided e -> Optional.of(PHASES);
      case DrawEvent.DrawOverdue e -> Optional.of(PHASES);
      case ReplacementEvent.SubjectReplaced e -> Optional.of(INSPECTED);
      case ReplacementEvent e -> Optional.of(INSPECTS);
    };
  }
}
