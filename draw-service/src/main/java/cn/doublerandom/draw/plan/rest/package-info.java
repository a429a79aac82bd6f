/** HTTP in and out of the plans. */
@NullMarked
@SchemaName(of = PlanChange.class, is = "ChangeOfPlan")
@SchemaName(of = PlanChecks.Conflict.class, is = "PlanConflict")
@SchemaName(of = PlanChecks.Coverage.class, is = "PlanCoverage")
@SchemaName(of = PlanChecks.Report.class, is = "PlanCheckReport")
@SchemaName(of = PlanChecks.Size.class, is = "TaskSize")
@SchemaName(of = PlanChecks.Staffing.class, is = "PlanStaffing")
@SchemaName(of = PlanDeadline.class, is = "DeadlineOfPlan")
@SchemaName(of = PlanDeadline.State.class, is = "DeadlineState")
@SchemaName(of = PlanWarning.class, is = "WarningOfPlan")
@SchemaName(of = TaskScope.class, is = "ScopeOfTask")
@SchemaName(of = Window.class, is = "CheckWindow")
@SchemaName(of = ProgrammeContent.class, is = "ContentOfProgramme")
@SchemaName(of = PeriodReading.class, is = "PeriodAsRead")
@SchemaName(of = AnnualCoverage.Basis.class, is = "CoverageBasis")
package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.draw.plan.PlanChange;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanWarning;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.plan.Window;
import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.draw.reading.PeriodReading;
import cn.doublerandom.servicekit.openapi.SchemaName;
import org.jspecify.annotations.NullMarked;
