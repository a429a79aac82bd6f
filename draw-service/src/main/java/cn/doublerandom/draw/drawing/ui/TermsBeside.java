package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.application.HandExclusions;
import cn.doublerandom.draw.drawing.application.PlannedNumbers;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** What stands beside the terms of a round: what the plan says, and who is to be left out. */
@RequestScoped
class TermsBeside {
  @Inject PlannedNumbers numbers;
  @Inject HandExclusions exclusions;

  Uni<TemplateInstance> on(TemplateInstance page, String task) {
    return numbers
        .of(task)
        .flatMap(planned ->
            exclusions
                .names(task)
                .map(names -> page.data("planned", planned.orElse(null)).data("names", names)));
  }
}
