package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.publication.signin.SignIns;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** 登录记录: who came in, went, chose a role or was refused. */
@Path("/api/v1/sign-ins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sign-ins", description = "登录记录")
public class SignInResource {
  private static final int LONGEST = 64;

  @Inject SignIns signIns;

  @GET
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.OPERATOR})
  @Operation(
      summary = "What happened at the doors of the gateways, the newest first",
      description =
          "Kept as each gateway told it, in the ledger and in no public export. Refusals of one account and"
              + " network are counted by the minute: `times` says how many.")
  public Uni<Page<SignIn>> list(
      @QueryParam("account")
          @DefaultValue("")
          @Size(max = LONGEST)
          @Parameter(description = "the account, exactly; absent for any")
          String account,
      @QueryParam("what") @Parameter(description = "absent for any") SignIn.@Nullable What what,
      @QueryParam("from") @Parameter(description = "first day in Shanghai")
          @Nullable LocalDate from,
      @QueryParam("to") @Parameter(description = "last day in Shanghai") @Nullable LocalDate to,
      @BeanParam Paging paging) {
    var query =
        new SignIns.Query(
            account, Optional.ofNullable(what), Optional.ofNullable(from), Optional.ofNullable(to));
    return Uni.createFrom()
        .completionStage(() -> signIns.found(query, paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), SignIns::place));
  }
}
