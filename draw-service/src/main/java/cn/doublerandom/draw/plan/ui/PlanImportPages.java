package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 导入计划表: where a table is brought, for a new plan or in place of a published one. */
@Path("/ui/plans/import")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PlanImportPages {
  @Inject Desk desk;
  @Inject PlanImportPage page;

  @GET
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> begin(
      @QueryParam("plan") @DefaultValue("") @Size(max = 64) String plan) {
    return desk.show(page.empty(refusedOnItsWay(desk.forms().blank()), plan));
  }

  /** What was too large, or came too slowly, was refused before anybody read the form. */
  private FilledForm refusedOnItsWay(FilledForm blank) {
    String text =
        switch (desk.here().value("refused")) {
          case "request-too-large" -> page.words().fileTooLarge();
          case "body-too-slow" -> page.words().fileNotWhole();
          default -> "";
        };
    return text.isEmpty()
        ? blank
        : blank.refused(List.of(new FilledForm.Fault(Brought.FILE, text)), false);
  }
}
