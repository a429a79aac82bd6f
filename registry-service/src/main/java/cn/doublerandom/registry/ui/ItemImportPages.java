package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Files of 抽查事项 are handed in. */
@Path("/ui/items")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ItemImportPages {
  @Inject HandInForms forms;

  @GET
  @Path("/imports")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> begin() {
    return forms.empty(IntakeKind.ITEMS);
  }

  @POST
  @Path("/imports")
  @Consumes(Forms.PARTS)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> handIn(File body) {
    return forms.handIn(IntakeKind.ITEMS, body);
  }
}
