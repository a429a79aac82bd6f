package cn.doublerandom.draw;

import cn.doublerandom.eventstore.decider.Rejection;
import java.util.Optional;
import java.util.stream.Stream;

/** Every refusal the draw-service can give, by what is refused. */
public sealed interface DrawRejection extends Rejection
    permits CeremonyRejection,
        DepositRejection,
        EntropyRejection,
        ExclusionRejection,
        FrameRejection,
        AgreementRejection,
        PhaseRejection,
        PlanRejection,
        ProgrammeRejection,
        ReadingRejection,
        ReplacementRejection,
        SealingRejection,
        TermsRejection {
  /** The refusal of a code, as answers of programs and read models name it. */
  static Optional<DrawRejection> coded(String code) {
    return Stream.<DrawRejection[]>of(
            CeremonyRejection.values(),
            DepositRejection.values(),
            EntropyRejection.values(),
            ExclusionRejection.values(),
            FrameRejection.values(),
            AgreementRejection.values(),
            PhaseRejection.values(),
            PlanRejection.values(),
            ProgrammeRejection.values(),
            ReadingRejection.values(),
            ReplacementRejection.values(),
            SealingRejection.values(),
            TermsRejection.values())
        .flatMap(Stream::of)
        .filter(refusal -> refusal.code().equals(code))
        .findFirst();
  }
}
