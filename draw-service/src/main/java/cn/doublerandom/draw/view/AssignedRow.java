package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Who visits whom by one draw. */
@Entity
@Table(name = "assigned_view")
class AssignedRow extends Document {}
