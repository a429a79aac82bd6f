package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.Preparation;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.Ceremonies;
import cn.doublerandom.draw.drawing.rest.CeremonyRequests;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page of a witness, on his own phone: his value is made and kept in his browser, and its hash
 * alone is sent before the reveal. Who has an account signs in; who has a code types it, or it
 * stands behind the # of his link, which no browser ever sends.
 */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class WitnessPages {
  private static final String BY_CODE = "witness-by-code";

  @Inject
  @Location("draw/witness.html")
  Template page;

  @Inject
  @Location("draw/ceremonies.html")
  Template ceremoniesPage;

  @Inject
  @Location("draw/witness-past.html")
  Template pastPage;

  @Inject Desk desk;
  @Inject Ceremonies ceremonies;
  @Inject Requests requests;
  @Inject CurrentIdentityAssociation identity;
  @Inject Typed typed;

  /** The draws he is a witness of. */
  @GET
  @Path("/ceremony")
  @RolesAllowed(Roles.WITNESS)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> mine() {
    return desk.show(
        ceremonies.of(requests.actor()).map(draws -> ceremoniesPage.data("draws", draws)));
  }

  @GET
  @Path("/ceremony/{drawId}")
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("drawId") @Size(max = 100) String drawId) {
    return desk.show(page(drawId, PageForms.Sent.NOTHING));
  }

  /** As {@code POST …/promises}. */
  @POST
  @Path("/ceremony/{drawId}/promises")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.WITNESS)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> promise(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return desk.act(
        body,
        form -> {
          var said = form.as(CeremonyRequests.Promise.class);
          return ceremonies.promise(
              drawId, said.by(), said.commitment(), officer(), () -> beside(form, said));
        },
        done -> Desk.seen(DrawPlaces.ceremony(drawId), stream(drawId), done.version()),
        form -> page(drawId, new PageForms.Sent("promise", form)));
  }

  /** As {@code POST …/code-promises}. */
  @POST
  @Path("/ceremony/{drawId}/code-promises")
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> promiseByCode(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return desk.act(
        body,
        form -> {
          var said = form.as(CeremonyRequests.CodePromise.class);
          return ceremonies.promiseByCode(
              drawId, said.by(), said.commitment(), said.code(), form.contextOf(BY_CODE, said));
        },
        done -> PageAddress.of(DrawPlaces.ceremony(drawId)),
        form -> page(drawId, new PageForms.Sent("promise", form)));
  }

  /** As {@code POST …/contributions}. */
  @POST
  @Path("/ceremony/{drawId}/contributions")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.WITNESS)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> reveal(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return desk.act(
        body,
        form -> {
          // A witness may have promised an empty value: an empty field is no member.
          var said =
              new CeremonyRequests.Contribution(
                  form.value("by"), form.value("nonce").strip(), form.value("value"));
          return ceremonies.reveal(
              drawId,
              new Entropy.Contribution(said.by(), said.nonce(), said.value()),
              officer(),
              beside(form, typed.valid(said)));
        },
        done -> Desk.seen(DrawPlaces.ceremony(drawId), stream(drawId), done.version()),
        form -> page(drawId, new PageForms.Sent("reveal", form)));
  }

  /** As {@code POST …/code-contributions}. */
  @POST
  @Path("/ceremony/{drawId}/code-contributions")
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> revealByCode(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return desk.act(
        body,
        form -> {
          var said =
              typed.valid(
                  new CeremonyRequests.CodeContribution(
                      form.value("by"),
                      form.value("code"),
                      form.value("nonce").strip(),
                      form.value("value")));
          return ceremonies.revealByCode(
              drawId,
              new Entropy.Contribution(said.by(), said.nonce(), said.value()),
              said.code(),
              form.contextOf(BY_CODE, said));
        },
        done -> PageAddress.of(DrawPlaces.ceremony(drawId)),
        form -> page(drawId, new PageForms.Sent("reveal", form)));
  }

  /** What the other witnesses do meanwhile is no conflict with what he does. */
  private static CommandContext beside(Form form, Object said) {
    return form.context(said).unconditional();
  }

  private Officer officer() {
    return new Officer(requests.actor(), requests.unit());
  }

  private static String stream(String drawId) {
    return DrawStreams.taskOfDraw(drawId);
  }

  private Uni<TemplateInstance> page(String drawId, PageForms.Sent sent) {
    return ceremonies
        .past(drawId)
        .flatMap(past ->
            past.map(round -> Uni.createFrom().item(past(round)))
                .orElseGet(() -> underway(drawId, sent)));
  }

  /** What a witness reads whose round is over, or was void meanwhile. */
  private TemplateInstance past(Ceremonies.Past round) {
    return pastPage
        .data("drawId", round.listed().drawId())
        .data("isVoid", round.isVoid())
        .data("published", !round.listed().commitHash().isEmpty());
  }

  private Uni<TemplateInstance> underway(String drawId, PageForms.Sent sent) {
    return identity
        .getDeferredIdentity()
        .flatMap(
            who -> ceremonies.standing(drawId).map(standing -> page(drawId, standing, who, sent)));
  }

  /**
   * A witness as his own page shows him.
   *
   * @param stage PROMISE, PROMISED, WAIT, REVEAL, REVEALED: what he can do, or what he waits for
   */
  record Mine(String name, String stage, String commitment) {
    /**
     * Whether he has promised and cannot reveal yet: the number lies in his browser, or is lost.
     */
    boolean waits() {
      return stage.equals("PROMISED") || stage.equals("WAIT");
    }
  }

  private TemplateInstance page(
      String drawId, Ceremonies.Standing standing, SecurityIdentity who, PageForms.Sent sent) {
    TaskDraws draws = standing.draws().state();
    boolean signedIn = who.hasRole(Roles.WITNESS);
    boolean open =
        standing.revealFrom().filter(from -> !requests.realTime().isBefore(from)).isPresent();
    List<Mine> mine =
        DrawSteps.preparation(draws).map(Preparation::witnesses).orElse(List.of()).stream()
            .filter(w -> isMine(w, signedIn, who.getPrincipal().getName()))
            .map(w -> mine(w, draws, open))
            .toList();
    PageForms forms = PageForms.of(sent, desk.forms(), standing.draws().version());
    return page.data("drawId", drawId)
        .data("over", DrawSteps.preparation(draws).isEmpty())
        .data("signedIn", signedIn)
        .data(
            "gone",
            DrawSteps.preparation(draws)
                .filter(known -> signedIn)
                .flatMap(known -> known.releases().goneOf(who.getPrincipal().getName()))
                .orElse(null))
        .data("mine", mine)
        .data("promising", named(mine, "PROMISE"))
        .data("revealing", named(mine, "REVEAL"))
        .data("kept", mine.stream().filter(Mine::waits).toList())
        .data("frozen", draws instanceof TaskDraws.Frozen)
        .data("single", signedIn && mine.size() == 1 ? mine.getFirst().name() : "")
        .data("promiseTo", signedIn ? "promises" : "code-promises")
        .data("revealTo", signedIn ? "contributions" : "code-contributions")
        .data("door", PageAddress.of("/signin").with("to", DrawPlaces.ceremony(drawId)).toString())
        .data(
            "from", standing.revealFrom().map(requests::asShown).map(DrawSteps::moment).orElse(""))
        .data("forms", forms);
  }

  /** Who has an account sees himself; who has none the names that go by code. */
  private static boolean isMine(Preparation.Witness witness, boolean signedIn, String actor) {
    return switch (witness.access()) {
      case Preparation.Access.Account(var account) ->
          signedIn && SecondPerson.isSame(account, actor);
      case Preparation.Access.Code code -> !signedIn;
    };
  }

  private static Mine mine(Preparation.Witness witness, TaskDraws draws, boolean open) {
    Set<String> revealed =
        draws instanceof TaskDraws.Committed committed ? DrawSteps.revealed(committed) : Set.of();
    String commitment = witness.promised().map(Preparation.Promised::commitment).orElse("");
    String stage;
    if (draws instanceof TaskDraws.Committed) {
      stage = revealed.contains(witness.name()) ? "REVEALED" : open ? "REVEAL" : "WAIT";
    } else {
      stage = witness.promised().isPresent() ? "PROMISED" : "PROMISE";
    }
    return new Mine(witness.name(), stage, commitment);
  }

  private static List<Choice> named(List<Mine> mine, String stage) {
    return mine.stream()
        .filter(one -> one.stage().equals(stage))
        .map(one -> new Choice(one.name(), one.name()))
        .toList();
  }
}
