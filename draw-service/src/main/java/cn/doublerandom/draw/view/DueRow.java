package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The replacements that are due in the draws of one task. */
@Entity
@Table(name = "due_view")
class DueRow extends Document {}
