/** HTTP in and out of the publication. */
@NullMarked
@SchemaName(of = Noted.KnownSubject.class, is = "NamedSubject")
@SchemaName(of = Noted.PlanAlarm.class, is = "AlarmOfPlan")
@SchemaName(of = Noted.PlanNotice.class, is = "NoticeOfPlan")
@SchemaName(of = Noted.PlanVersion.class, is = "VersionOfPlan")
@SchemaName(of = Noted.ProgrammeNotice.class, is = "NoticeOfProgramme")
@SchemaName(of = Noted.Replacement.class, is = "ReplacedMember")
@SchemaName(of = Noted.Sealing.class, is = "SealedDraw")
@SchemaName(of = Noted.Task.class, is = "NoticedTask")
@SchemaName(of = NoticeBoard.Statistics.class, is = "YearStatistics")
@SchemaName(of = NoticeBoard.Statistics.Apart.class, is = "CountedApart")
@SchemaName(of = AnnualCoverage.Basis.class, is = "CoverageBasis")
@SchemaName(of = Standing.class, is = "StateInTime")
@SchemaName(of = Standing.Turn.class, is = "TurnOfState")
package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.servicekit.figures.AnnualCoverage;
import cn.doublerandom.servicekit.figures.Standing;
import cn.doublerandom.servicekit.openapi.SchemaName;
import org.jspecify.annotations.NullMarked;
