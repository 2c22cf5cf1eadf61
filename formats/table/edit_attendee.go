package table

import (
	"slices"
	"strings"

	"gongbao/formats"
)

// byHand is the evidence of what a person wrote, of which nothing doubts.
const byHand = "edited"

func editAttendee(b *formats.Bulletin, e Edit, column, language string) (bool, error) {
	a := &b.Attendees[e.Origin.Index]
	s := e.Values[column]
	var err error
	switch column {
	case "name":
		a.Name, a.Surface = s, ""
	case "organization":
		editOrganization(a, s)
	case "post":
		editPost(a, e)
	case "role", "category":
		err = editRoles(a, e, language)
	case "count":
		a.Count, err = wholeNumber(s)
	default:
		return false, nil
	}
	if err == nil && !slices.Contains(a.Why, byHand) {
		a.Why = append(slices.Clone(a.Why), byHand)
		a.Confidence = 1
	}
	return true, err
}

// editOrganization changes the organisation, and titles that begin with it.
// A body is its own organisation.
func editOrganization(a *formats.Attendee, s string) {
	if a.Kind == formats.Body && a.Organization == "" {
		a.Name = s
		return
	}
	if splits(*a) {
		a.Titles = slices.Clone(a.Titles)
		for i, title := range a.Titles {
			a.Titles[i] = s + strings.TrimPrefix(title, string(a.Organization))
		}
	}
	a.Organization = formats.Optional(s)
}

// editPost changes the titles; where the table showed them without their
// organisation, they still begin with it.
func editPost(a *formats.Attendee, e Edit) {
	split := splits(*a)
	a.Titles = items(e.Values["post"])
	for i := range a.Titles {
		if split && !strings.HasPrefix(a.Titles[i], string(a.Organization)) {
			a.Titles[i] = string(a.Organization) + a.Titles[i]
		}
	}
}

func allRoles() []formats.Role {
	return []formats.Role{
		formats.Presided, formats.Reported, formats.Spoke, formats.Deployed, formats.Guided,
		formats.Attended, formats.Nonvoting, formats.Absent, formats.Recorded, formats.Directed,
	}
}

// editRoles reads the columns of roles and category together. A blank column
// of roles says nothing more than the category does.
func editRoles(a *formats.Attendee, e Edit, language string) error {
	var roles []formats.Role
	for _, item := range items(e.Values["role"]) {
		r, err := oneOf(item, language, roleWord, allRoles()...)
		if err != nil {
			return err
		}
		roles = append(roles, r)
	}
	if s := e.Values["category"]; s != "" && s != category(roles, "", language) {
		var err error
		if roles, err = withCategory(roles, s, language); err != nil {
			return err
		}
	}
	a.Roles = roles
	return nil
}

// active reports whether a role is more than to be present or absent.
func active(r formats.Role) bool {
	return r != formats.Attended && r != formats.Nonvoting && r != formats.Absent
}

// withCategory is roles as a category has them.
func withCategory(roles []formats.Role, s, language string) ([]formats.Role, error) {
	if s == (words{"请假", "請假", "on leave"}).in(language) {
		return []formats.Role{formats.Absent}, nil
	}
	role, err := oneOf(s, language, roleWord, formats.Presided, formats.Attended, formats.Nonvoting, formats.Absent)
	if err != nil || role == formats.Absent {
		return []formats.Role{role}, err
	}
	roles = slices.DeleteFunc(slices.Clone(roles), func(r formats.Role) bool { return !active(r) || r == formats.Presided })
	if role == formats.Attended && len(roles) > 0 {
		return roles, nil
	}
	return append([]formats.Role{role}, roles...), nil
}
