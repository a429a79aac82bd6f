package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Labels;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 监管标签 of many subjects at once. */
@Path("/api/v1/subjects/labels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectLabelResource {
  @Inject Labels labels;
  @Inject Requests requests;

  /**
   * Which labels whose entries are to have.
   *
   * @param ids of the subjects, at most 200: all of them or none
   * @param add labels they are to get
   * @param remove labels they are to lose
   */
  public record LabelChange(
      @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 64) String> ids,
      @NotNull @Size(max = 20) @Schema(examples = "[\"两客一危\"]")
          List<@NotBlank @Size(max = 100) String> add,
      @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> remove,
      @NotBlank @Size(max = 500) @Schema(examples = "2023年重点监管名单") String reason) {
    /** What is meant; something must change, and no label both ways. */
    public Labels.Change meant() {
      FieldRules.sound(
          "add",
          "labels-missing",
          add.isEmpty() && remove.isEmpty() ? Optional.of("请写明要增加或要去掉的监管标签。") : Optional.empty());
      FieldRules.sound(
          "remove",
          "label-both-ways",
          add.stream().anyMatch(remove::contains)
              ? Optional.of("同一个标签不能既增加又去掉。")
              : Optional.empty());
      Stream.of(add, remove)
          .flatMap(List::stream)
          .forEach(label -> FieldRules.words(add.contains(label) ? "add" : "remove", label));
      return new Labels.Change(ids, add, remove, reason);
    }
  }

  /**
   * What waits now.
   *
   * @param batch by which another person agrees to all of it, see status requests
   * @param waiting subjects whose labels wait
   * @param unchanged subjects that have these labels already
   */
  public record LabelsAsked(String batch, int waiting, int unchanged) {}

  @POST
  @Conditional
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary =
          "Ask that many subjects get or lose labels; another person agrees to the batch among the"
              + " status requests")
  public Uni<LabelsAsked> ask(@NotNull @Valid LabelChange change) {
    return labels
        .ask(change.meant(), requests.context(change))
        .map(asked -> new LabelsAsked(asked.batch(), asked.waiting(), asked.unchanged()));
  }
}
