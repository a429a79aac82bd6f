package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.application.Drafts;
import cn.doublerandom.registry.application.Intakes;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** What was imported, and before it what its reader handed in and neither took nor dropped. */
@RequestScoped
class ImportHistory {
  private static final int LIMIT = 50;

  private final Desk desk;
  private final Intakes intakes;
  private final IntakeDirectory directory;
  private final Requests requests;
  private final SecurityIdentity identity;
  private final Template page;

  @Inject
  ImportHistory(
      Desk desk,
      Intakes intakes,
      IntakeDirectory directory,
      Requests requests,
      SecurityIdentity identity,
      @Location("registry/imports.html") Template page) {
    this.desk = desk;
    this.intakes = intakes;
    this.directory = directory;
    this.requests = requests;
    this.identity = identity;
    this.page = page;
  }

  Uni<TemplateInstance> page() {
    Query query = desk.query();
    boolean mayImport = identity.hasRole(Roles.REGISTRAR);
    return left(mayImport)
        .flatMap(left ->
            Uni.createFrom()
                .completionStage(() -> directory.newest(Page.keyAfter(query.after()), LIMIT + 1))
                .map(oneMore -> Page.of(oneMore, LIMIT, IntakeDirectory.Entry::order))
                .map(taken ->
                    page.data("mayImport", mayImport)
                        .data("left", left)
                        .data("kept", Drafts.KEPT)
                        .data("kinds", Arrays.asList(IntakeKind.values()))
                        .data("rows", new Rows<>(taken.items(), query.from(), -1, taken.next()))));
  }

  private Uni<List<Drafts.Left>> left(boolean mayImport) {
    return mayImport ? intakes.left(requests.actor()) : Uni.createFrom().item(List.of());
  }
}
