package evaluate

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

const (
	resamples = 2000
	depth     = 10 // places that count
)

// Outcome is what an engine found for a query.
type Outcome struct {
	Query
	Found []string // ids of the best pages, the best first; ten are enough
	Total int      // pages found
}

// Place is where the first right page stands, from 1; 0 when it is not there.
func (o *Outcome) Place() int {
	return 1 + slices.IndexFunc(o.Found[:min(depth, len(o.Found))], func(id string) bool { return slices.Contains(o.IDs, id) })
}

// Figure is a mean and the interval that it lies in, by 95 %.
type Figure struct{ Mean, Low, High float64 }

// Score is how well the queries of a class in a language went.
type Score struct {
	Class, Language string // Class is "" for all of the language

	N                   int // queries that have right pages
	MRR                 Figure
	Success3, Success10 Figure
	Nothing             Figure // the share that nothing was found for
	NonsenseN           int    // queries that have none
	Nonsense            Figure // the share that something was found for
}

// Scores are those of each class and language that occur, by class, and then those of
// all of each language.
func Scores(outcomes []Outcome) []Score {
	type group struct{ class, language string }
	groups := map[group][]Outcome{}
	for _, o := range outcomes {
		groups[group{o.Class, o.Language}] = append(groups[group{o.Class, o.Language}], o)
		groups[group{"", o.Language}] = append(groups[group{"", o.Language}], o)
	}
	scores := make([]Score, 0, len(groups))
	for g, of := range groups {
		s := score(of)
		s.Class, s.Language = g.class, g.language
		scores = append(scores, s)
	}
	slices.SortFunc(scores, func(a, b Score) int {
		if (a.Class == "") != (b.Class == "") {
			return cmp.Compare(b.Class, a.Class)
		}
		return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(a.Language, b.Language))
	})
	return scores
}

func score(outcomes []Outcome) Score {
	var mrr, three, ten, nothing, nonsense []float64
	for i := range outcomes {
		o := &outcomes[i]
		if len(o.IDs) == 0 {
			nonsense = append(nonsense, one(o.Total > 0))
			continue
		}
		place := o.Place()
		if place > 0 {
			mrr = append(mrr, 1/float64(place))
		} else {
			mrr = append(mrr, 0)
		}
		three = append(three, one(place > 0 && place <= 3))
		ten = append(ten, one(place > 0))
		nothing = append(nothing, one(o.Total == 0))
	}
	return Score{
		N: len(mrr), MRR: figure(mrr), Success3: figure(three), Success10: figure(ten), Nothing: figure(nothing),
		NonsenseN: len(nonsense), Nonsense: figure(nonsense),
	}
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// figure draws as many values as there are, again and again, and takes the interval that
// 95 % of the means lie in. The draws are the same for any values of the same number.
func figure(values []float64) Figure {
	if len(values) == 0 {
		return Figure{}
	}
	f := Figure{Mean: mean(values)}
	draw := rand.New(rand.NewPCG(20261127, uint64(len(values))))
	means := make([]float64, resamples)
	for i := range means {
		sum := 0.0
		for range values {
			sum += values[draw.IntN(len(values))]
		}
		means[i] = sum / float64(len(values))
	}
	slices.Sort(means)
	f.Low, f.High = means[resamples*25/1000], means[resamples*975/1000-1]
	return f
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
