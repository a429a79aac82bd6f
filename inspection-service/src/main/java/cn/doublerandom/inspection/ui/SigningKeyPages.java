package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.SigningKeys;
import cn.doublerandom.inspection.rest.SigningKeyResource.KeyEnrolment;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.signing.SignerEvent;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 签名密钥: the key of the own account, and for the coordinator the revocation of another's. */
@Path("/ui/signing-keys")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SigningKeyPages {
  private static final int LIMIT = 50;

  /** Names the account whose key is to be revoked. */
  private static final String LOST = "account";

  @Inject
  @Location("inspection/signing-keys.html")
  Template keysPage;

  @Inject Desk desk;
  @Inject SigningKeys keys;
  @Inject VisitReader reader;

  /** Whose key signs no more, and why. */
  public record Revoked(
      @NotBlank @Size(max = 64) String account, @NotBlank @Size(max = 500) String reason) {}

  @GET
  @RolesAllowed({Roles.INSPECTOR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> mine() {
    return desk.show(page("", desk.forms().blank()));
  }

  private Uni<TemplateInstance> page(String step, FilledForm form) {
    String account = reader.officer().account();
    Query query = desk.query();
    return others(query)
        .flatMap(
            rows -> keys.standing(account).map(known -> page(account, known, rows, step, form)));
  }

  /** What the coordinator revokes from; nobody else sees it. */
  private Uni<Rows<SigningKeys.ListedKey>> others(Query query) {
    Uni<List<SigningKeys.ListedKey>> found =
        reader.coordinates()
            ? keys.list(Page.keyAfter(query.after()), LIMIT + 1)
            : Uni.createFrom().item(List.of());
    return found
        .map(some -> Page.of(some, LIMIT, SigningKeys.ListedKey::account))
        .map(page -> new Rows<>(page.items(), query.from(), -1, page.next()));
  }

  private FilledForm lost() {
    return desk.forms().blank().withAll("account", List.of(desk.here().value(LOST)));
  }

  private TemplateInstance page(
      String account,
      SigningKeys.Standing known,
      Rows<SigningKeys.ListedKey> rows,
      String step,
      FilledForm form) {
    return keysPage
        .data("account", account)
        .data("key", known.signer().key().orElse(null))
        .data("lastUsedOn", known.lastUsedOn())
        .data("goes", reader.goes())
        .data("others", reader.coordinates())
        .data("rows", rows)
        .data("lost", !desk.here().value(LOST).isEmpty())
        .data("other", step.equals("other") ? form : lost())
        .data("step", step)
        .data("forms", new StepForms(desk.forms(), step, form, known.version(), known.version()));
  }

  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> enrol(byte[] body) {
    return desk.act(
        body,
        form -> {
          KeyEnrolment key = form.as(KeyEnrolment.class);
          return keys.enrol(key.publicKey(), key.proof(), form.context(key));
        },
        done -> seen(reader.officer().account(), done),
        form -> page("enrol", form));
  }

  @POST
  @Path("/revocation")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> revoke(byte[] body) {
    return desk.does(
        body,
        form -> {
          Revoked gone = form.as(Revoked.class);
          return keys.revoke(
                  gone.account(), reader.coordinates(), gone.reason(), form.context(gone))
              .map(handled -> seen(gone.account(), Refusals.require(handled)));
        },
        form ->
            page(
                SecondPerson.isSame(form.value("account"), reader.officer().account())
                    ? "revocation"
                    : "other",
                form));
  }

  private static PageAddress seen(String account, Handled.Done<SignerEvent, Signer> done) {
    return Desk.seen(InspectionPlaces.signingKeys(), SigningKeys.stream(account), done.version());
  }
}
