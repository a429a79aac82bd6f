package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One task that was drawn for. */
@Entity
@Table(name = "task_view")
class TaskRow extends Document {}
