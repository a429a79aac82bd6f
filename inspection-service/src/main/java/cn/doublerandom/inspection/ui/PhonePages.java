package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.inspection.ClosingRejection;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.ReplyRejection;
import cn.doublerandom.inspection.application.PhoneSteps;
import cn.doublerandom.inspection.application.PhoneSteps.TakenAlong;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.SubjectSignature;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 离线检查: the page of a visit that goes on without network, from arriving to signing (ADR 72). */
@Path("/ui/phone/visits/{visit}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PhonePages {
  @Inject
  @Location("inspection/phone-visit.html")
  Template phonePage;

  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject PhoneSteps steps;
  @Inject VisitReader reader;
  @Inject Requests requests;

  @GET
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("visit") @Size(max = 160) String visit) {
    return desk.show(
        page.readable(visit)
            .flatMap(shown -> {
              if (!shown.acts()) {
                throw new ProblemException(InspectionRejection.NOT_ON_TEAM);
              }
              return page.before(shown)
                  .flatMap(before ->
                      steps.along(visit, reader.reader()).map(along -> page(shown, before, along)));
            }));
  }

  private TemplateInstance page(ShownVisit shown, ShownPreparation before, TakenAlong along) {
    return page.answering(phonePage, shown)
        .data("before", before)
        .data("form", desk.forms().blank())
        .data(
            "taken",
            new ItemEvidence(List.of(), "", "", desk.forms().blank()).over("", desk.forms()))
        .data("pack", pack(shown, before, along))
        .data("spoken", spoken())
        .data(
            "others",
            shown.visit().inspectors().stream()
                .filter(one -> !one.equals(member(shown)))
                .map(one -> new Choice(one, one))
                .toList());
  }

  private static String member(ShownVisit shown) {
    return shown.visit().inspectors().stream()
        .filter(one -> one.equalsIgnoreCase(shown.account()))
        .findFirst()
        .orElse(shown.account());
  }

  /** What the script of the page starts from. */
  private String pack(ShownVisit shown, ShownPreparation before, TakenAlong along) {
    Map<String, Object> pack = new LinkedHashMap<>();
    pack.put("visitId", shown.id());
    pack.put("account", shown.account());
    pack.put("member", member(shown));
    pack.put("now", requests.now().toEpochMilli());
    pack.put("keyId", along.keyId());
    pack.put("held", before.held());
    pack.put("signable", along.signable());
    pack.put("record", along.head());
    pack.put("items", along.items().stream().map(PhonePages::named).toList());
    pack.put("codes", page.codes());
    try {
      return EventCodec.mapper().writeValueAsString(pack);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers", e);
    }
  }

  private static Map<String, String> named(Assignment.Item item) {
    return Map.of("code", item.code(), "name", item.name());
  }

  /** What the script says: the words stand in the page, in the reader's language. */
  private List<Choice> spoken() {
    OfflineWords words = desk.words(OfflineWords.class);
    boolean english = desk.readsEnglish();
    return List.of(
        new Choice("nothing", words.nothing()),
        new Choice("waiting", words.waitingSteps()),
        new Choice("sent", words.sent()),
        new Choice("conflict", words.conflicting()),
        new Choice("settled", words.settled()),
        new Choice("waitsFor", words.waitsForThem()),
        new Choice("noNetwork", words.noNetwork()),
        new Choice("signIn", words.signIn()),
        new Choice("broken", words.broken()),
        new Choice("open", words.open()),
        new Choice("waitingFiles", words.waitingFiles()),
        new Choice("room", words.room()),
        new Choice("full", words.full()),
        new Choice("fileKept", words.fileKept()),
        new Choice("takeBack", words.takeBack()),
        new Choice("fillIn", words.fillIn()),
        new Choice("waitsForYou", words.waitsForYou()),
        new Choice("alreadyTaken", words.alreadyTaken()),
        new Choice("file", desk.words(CheckWords.class).file()),
        new Choice("statement", desk.words(SigningWords.class).statement()),
        new Choice("GLASS", words.subjectBy(SubjectSignature.Way.GLASS)),
        new Choice("TYPED", words.subjectBy(SubjectSignature.Way.TYPED)),
        new Choice("REFUSED", words.subjectBy(SubjectSignature.Way.REFUSED)),
        new Choice("tooLarge", told(InspectionRejection.EVIDENCE_TOO_LARGE, english)),
        new Choice("kindUnfit", told(InspectionRejection.EVIDENCE_KIND_UNFIT, english)),
        new Choice("strokesUnfit", told(ClosingRejection.STROKES_UNFIT, english)),
        new Choice("codesMissing", told(InspectionRejection.CODES_MISSING, english)),
        new Choice("alone", told(InspectionRejection.NO_PROBLEM_STANDS_ALONE, english)),
        new Choice("notNumber", told(ReplyRejection.REPLY_NOT_NUMBER, english)),
        new Choice("beyondLimits", told(InspectionRejection.RESULT_AGAINST_REPLY, english)),
        new Choice("noteMissing", told(InspectionRejection.NOTE_MISSING, english)));
  }

  private static String told(Rejection why, boolean english) {
    return english ? why.english() : why.text();
  }
}
