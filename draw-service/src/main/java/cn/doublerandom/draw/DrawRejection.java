package cn.doublerandom.draw;

import cn.doublerandom.eventstore.decider.Rejection;

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
        TermsRejection {}
