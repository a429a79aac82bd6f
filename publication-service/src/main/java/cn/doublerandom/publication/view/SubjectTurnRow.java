package cn.doublerandom.publication.view;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * How many more subjects of a kind count from a year on; its id names both. Of one bureau the id is
 * unique, and a session shows the rows of one bureau.
 */
@Entity
@Table(name = "registry_subject_turn_view")
class SubjectTurnRow extends PanacheEntityBase {
  @Id String id = "";

  String bureau = "";

  long counted;
}
