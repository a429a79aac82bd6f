package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.Checklist.AnswerKind;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.rest.ItemResource.ChecklistRequest;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 检查表: what is asked on site for an item, typed or pasted line by line. */
@Path("/ui/items/{code}/checklist")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ChecklistPages {
  private static final String FIELD = "questions";

  @Inject
  @Location("registry/checklist.html")
  Template page;

  @Inject Desk desk;
  @Inject Items items;
  @Inject LineRules lines;

  /** A checklist as it is typed. */
  public record Typed(@NotBlank @Size(max = 800_000) String questions) {}

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> form(@PathParam("code") @Size(max = 64) String code) {
    return desk.show(page(code, desk.forms().blank()));
  }

  /** Lays it down, as {@code PUT /api/v1/items/{code}/checklist} does. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> keep(
      @PathParam("code") @Size(max = 64) String code, byte[] body) {
    return desk.act(
        body,
        form ->
            listed(code)
                .map(entry -> typed(form, entry.checklist()))
                .flatMap(asked -> items.ask(code, asked.meant(), form.context(asked))),
        done -> Desk.seen(RegistryPlaces.item(code), RegistryStreams.ITEM.of(code), done.version()),
        form -> page(code, form));
  }

  private ChecklistRequest typed(Form form, @Nullable Checklist before) {
    ItemWords words = words();
    List<Lines.Row> rows = Lines.of(form.as(Typed.class).questions(), TypedQuestions.COLUMNS);
    LineRules.narrow(FIELD, rows, TypedQuestions.COLUMNS, words::atLine, words.questionTooWide());
    LineRules.refuse(
        FIELD,
        rows.stream()
            .filter(row -> answer(row).isEmpty())
            .map(row -> words.atLine(row.number(), words.answer(), words.noAnswerKind(kinds())))
            .toList());
    Map<String, String> columns =
        Map.of(
            "id", words.questionId(),
            "text", words.question(),
            "kind", words.answer(),
            "options", words.answer(),
            "measuredIn", words.answer(),
            "guidance", words.guidance(),
            "clause", words.clause());
    List<String> ids = TypedQuestions.ids(rows, before);
    LineRules.refuse(
        FIELD,
        rows.stream()
            .filter(row -> ids.indexOf(id(ids, rows, row)) != rows.indexOf(row))
            .map(row -> words.atLine(row.number(), words.questionId(), words.idTwice()))
            .toList());
    return lines.held(
        ChecklistRequest.of(rows.stream().map(row -> question(id(ids, rows, row), row)).toList()),
        FIELD,
        rows,
        member -> columns.getOrDefault(member, ""),
        words::atLine);
  }

  private static String id(List<String> ids, List<Lines.Row> rows, Lines.Row row) {
    return ids.get(rows.indexOf(row));
  }

  private Checklist.Question question(String id, Lines.Row row) {
    TypedAnswer answer = answer(row).orElseThrow();
    return new Checklist.Question(
        id,
        row.cell(TypedQuestions.TEXT),
        answer.kind(),
        row.cell(TypedQuestions.GUIDANCE),
        row.cell(TypedQuestions.CLAUSE),
        answer.options(),
        answer.measuredIn(),
        answer.least(),
        answer.most());
  }

  private Optional<TypedAnswer> answer(Lines.Row row) {
    return TypedAnswer.of(row.cell(TypedQuestions.KIND), words()::answerOf);
  }

  private String kinds() {
    return Arrays.stream(AnswerKind.values())
        .map(words()::answerOf)
        .collect(Collectors.joining(desk.readsEnglish() ? "; " : "、"));
  }

  private Uni<ItemDirectory.Entry> listed(String code) {
    return items
        .listed(code)
        .map(
            found -> found.orElseThrow(() -> new ProblemException(RegistryRejection.ITEM_UNKNOWN)));
  }

  private Uni<TemplateInstance> page(String code, FilledForm form) {
    return items
        .one(code)
        .flatMap(loaded -> listed(code).map(entry -> page(entry, form, loaded.version())));
  }

  private TemplateInstance page(ItemDirectory.Entry entry, FilledForm form, long version) {
    Checklist known = entry.checklist();
    String now = known == null ? "" : TypedQuestions.text(known, words()::answerOf);
    FilledForm over = form.over(Long.toString(version), Map.of(FIELD, now));
    return page.data("item", entry.details())
        .data("form", form.values().isEmpty() ? over.with(FIELD, now) : over);
  }

  private ItemWords words() {
    return desk.words(ItemWords.class);
  }
}
