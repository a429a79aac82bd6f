package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Offices;
import cn.doublerandom.registry.office.OfficeDirectory;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The offices of which somebody said what they are there for. */
@Path("/api/v1/offices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "offices", description = "“三定”规定")
public class OfficeListResource {
  @Inject Offices offices;

  /**
   * An office with its mandate.
   *
   * @param level absent, as is the document, where no mandate holds yet
   * @param waits whether one waits for a second person
   */
  public record OfficeWithMandate(
      String unit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OfficeLevel level,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String document,
      List<OfficeMandate.Clause> clauses,
      boolean waits) {
    static OfficeWithMandate of(OfficeDirectory.Entry entry) {
      OfficeMandate mandate = entry.mandate();
      return mandate == null
          ? new OfficeWithMandate(entry.unit(), null, null, List.of(), entry.waits())
          : new OfficeWithMandate(
              entry.unit(), mandate.level(), mandate.document(), mandate.clauses(), entry.waits());
    }
  }

  @GET
  @PermitAll
  @Operation(summary = "The offices by name, with their mandates")
  public Uni<Page<OfficeWithMandate>> list(@BeanParam @Valid Paging paging) {
    return offices
        .page(paging.afterKey(), paging.limit() + 1)
        .map(entries -> entries.stream().map(OfficeWithMandate::of).toList())
        .map(entries -> Page.of(entries, paging.limit(), OfficeWithMandate::unit));
  }
}
