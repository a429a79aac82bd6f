package cn.doublerandom.registry.application;

import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.registry.subject.SubjectTurn;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Whether a register became another since a file was held against it. */
@ApplicationScoped
public class RegisterMoves {
  private final IntakeDirectory imports;
  private final InspectorDirectory inspectors;
  private final SubjectTurn subjects;

  @Inject
  RegisterMoves(IntakeDirectory imports, InspectorDirectory inspectors, SubjectTurn subjects) {
    this.imports = imports;
    this.inspectors = inspectors;
    this.subjects = subjects;
  }

  /** How far what a preview says is no more so. */
  public enum Moved {
    /** Nothing is known of it. */
    NOT,
    /** A table was taken since: its counts are those of before. */
    ON,
    /** Nobody stood there, and somebody does: what it says of the second person is wrong. */
    OPENED
  }

  /** What became of the register of a draft since it was judged. */
  public Uni<Moved> since(Draft draft) {
    Preview preview = draft.preview();
    if (preview == null) {
      return Uni.createFrom().item(Moved.NOT);
    }
    return (preview.opensRegister() ? isInUse(draft.kind()) : Uni.createFrom().item(false))
        .flatMap(inUse -> inUse ? Uni.createFrom().item(Moved.OPENED) : later(draft));
  }

  private Uni<Boolean> isInUse(IntakeKind kind) {
    return kind == IntakeKind.INSPECTORS
        ? Uni.createFrom()
            .completionStage(() -> inspectors.page("", 1))
            .map(found -> !found.isEmpty())
        : Uni.createFrom().completionStage(subjects::hasSubjects);
  }

  private Uni<Moved> later(Draft draft) {
    return Multi.createFrom()
        .iterable(registers(draft.kind()))
        .onItem()
        .transformToUniAndConcatenate(
            kind -> Uni.createFrom().completionStage(() -> imports.newest(kind, 1)))
        .collect()
        .asList()
        .map(newest ->
            newest.stream()
                    .flatMap(List::stream)
                    .anyMatch(entry -> entry.at().isAfter(draft.judged()))
                ? Moved.ON
                : Moved.NOT);
  }

  /** What changes the register a table is held against. */
  private static List<IntakeKind> registers(IntakeKind kind) {
    return switch (kind) {
      case SUBJECTS, RISK_CLASSES -> List.of(IntakeKind.SUBJECTS, IntakeKind.RISK_CLASSES);
      case INSPECTORS, ITEMS -> List.of(kind);
    };
  }
}
