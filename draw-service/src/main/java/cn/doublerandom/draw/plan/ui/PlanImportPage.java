package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanChange;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.application.PlanImports;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two pages a table passes: where it is brought, and how it was read. */
@RequestScoped
class PlanImportPage {
  @Inject
  @Location("draw/plan-import.html")
  Template bring;

  @Inject
  @Location("draw/plan-read.html")
  Template read;

  @Inject Desk desk;
  @Inject PlanDesk reader;
  @Inject PlanImports imports;
  @Inject Plans plans;

  ReadingWords words() {
    return reader.words(ReadingWords.class);
  }

  /** Where a file is chosen or a table pasted. */
  TemplateInstance empty(FilledForm form, String plan) {
    boolean isText = !form.fault("text").isEmpty() || !form.value("text").isEmpty();
    return bring
        .data("fileForm", isText ? desk.forms().blank() : form)
        .data("textForm", isText ? form : desk.forms().blank())
        .data("plan", plan)
        .data("year", yearOf(plan));
  }

  private static String yearOf(String plan) {
    return plan.substring(plan.indexOf('-') + 1);
  }

  /**
   * The table with what was read of it. Blocks.
   *
   * @throws ProblemException where the file is no table at all
   */
  Uni<TemplateInstance> read(Brought brought, String plan) {
    return shown(brought, plan, brought.over(desk.forms().blank()));
  }

  /** The same after a refusal, with what was typed. */
  Uni<TemplateInstance> again(FilledForm form, String plan) {
    return Uni.createFrom()
        .item(form)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(typed -> {
          try {
            return shown(Brought.ofRefused(typed), plan, typed);
          } catch (ProblemException broken) {
            return Uni.createFrom().item(empty(typed, plan));
          }
        });
  }

  private Uni<TemplateInstance> shown(Brought brought, String plan, FilledForm form) {
    PlanImports.Seen seen = seen(brought);
    PlanTable table = seen.reading().table();
    if (table == null) {
      return Uni.createFrom().item(page(seen, plan, form, Optional.empty(), 0));
    }
    return plans
        .key(table)
        .flatMap(key -> plans.any(plan.isEmpty() ? key : plan))
        .map(there -> page(seen, plan, form, known(there), there.version()));
  }

  private PlanImports.Seen seen(Brought brought) {
    try {
      return imports.see(brought.file(), brought.year(), brought.decisions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<PlanTable> known(CommandHandler.Loaded<AnnualPlan> there) {
    return there.state().says().map(content -> content.table());
  }

  private TemplateInstance page(
      PlanImports.Seen seen,
      String plan,
      FilledForm form,
      Optional<PlanTable> there,
      long version) {
    PlanTable table = seen.reading().table();
    ReadTable shown = ReadTable.of(seen, reader.terms(), form);
    List<ChangeLine> changes =
        table == null || there.isEmpty()
            ? List.of()
            : ChangeLine.of(PlanChange.between(there.get(), table), reader.terms());
    return read.data("table", shown)
        .data("form", table == null ? form : form.over(Long.toString(version), Map.of()))
        .data("step", table == null ? "answers" : "taken")
        .data("plan", plan)
        .data("year", table == null ? yearOf(plan) : table.year())
        .data("there", there.isPresent())
        .data("changes", changes)
        .data("warnings", table == null ? List.of() : reader.terms().warnings(table.warnings()));
  }
}
