package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One result, published or not. */
@Entity
@Table(name = "result_view")
class ResultRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(name = "draw_id", insertable = false, updatable = false)
  String drawId = "";

  @Column(insertable = false, updatable = false)
  boolean published;

  @Column(name = "due_on", insertable = false, updatable = false)
  String dueOn = "";
}
