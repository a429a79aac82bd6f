package cn.doublerandom.publication.notice;

/** What was told and is shown. */
public sealed interface Noted
    permits Anchor,
        BulletinNotice,
        BulletinWithdrawal,
        DrawNotice,
        KnownSubject,
        PlanAlarm,
        PlanNotice,
        ProgrammeNotice {}
