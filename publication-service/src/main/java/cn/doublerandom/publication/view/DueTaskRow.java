package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One task of a plan, drawn or not. */
@Entity
@Table(name = "due_task_view")
class DueTaskRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(insertable = false, updatable = false)
  boolean undrawn;

  @Column(name = "draw_to", insertable = false, updatable = false)
  String drawTo = "";
}
