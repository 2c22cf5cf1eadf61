package convert

func (r *reading) meetings()   {}
func (r *reading) priorities() {}
func (r *reading) documents()  {}
