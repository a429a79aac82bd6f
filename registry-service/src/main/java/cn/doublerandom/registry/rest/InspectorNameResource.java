package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Inspectors;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What colleagues are called, for the pages of the other services, which keep no name (ADR 92). */
@Path("/api/v1/inspector-names")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspectors", description = "执法检查人员名录库")
public class InspectorNameResource {
  @Inject Inspectors inspectors;

  /**
   * An inspector of the bureau.
   *
   * @param account number in the register
   * @param name empty where the person was erased
   */
  public record InspectorName(String account, String name) {}

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.INSPECTOR,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER
  })
  @Operation(summary = "Names of the inspectors of the bureau by number, and nothing else of them")
  public Uni<Page<InspectorName>> names(@BeanParam @Valid Paging paging) {
    return inspectors
        .names(paging.afterKey(), paging.limit() + 1)
        .map(
            rows -> rows.stream().map(one -> new InspectorName(one.account(), one.name())).toList())
        .map(names -> Page.of(names, paging.limit(), InspectorName::account));
  }
}
