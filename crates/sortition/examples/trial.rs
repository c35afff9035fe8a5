use std::collections::BTreeMap;
fn main(){ for name in std::env::args().skip(1) {
 let d=format!("/work/shared/data/sortition/{name}/");
 let (c,p)=(std::fs::read_to_string(d.clone()+"categories.csv").unwrap(),std::fs::read_to_string(d.clone()+"respondents.csv").unwrap());
 let meta=std::fs::read_to_string(d+"meta.json").unwrap(); let k:f64=meta.split("\"k\":").nth(1).unwrap().split(',').next().unwrap().trim().parse().unwrap();
 let mut feats:Vec<String>=vec![];let mut rows=vec![];
 for l in c.lines().skip(1){let v:Vec<&str>=l.split(',').collect(); if !feats.contains(&v[0].to_string()){feats.push(v[0].into());} rows.push((feats.iter().position(|f|f==v[0]).unwrap(),v[1].to_string(),v[2].parse::<f64>().unwrap(),v[3].parse::<f64>().unwrap()));}
 let head:Vec<&str>=p.lines().next().unwrap().split(',').collect(); let ix:Vec<usize>=feats.iter().map(|f|head.iter().position(|h|h==f).unwrap()).collect();
 let mut t:BTreeMap<Vec<String>,f64>=BTreeMap::new(); for l in p.lines().skip(1){let v:Vec<&str>=l.split(',').collect();*t.entry(ix.iter().map(|&i|v[i].to_string()).collect()).or_default()+=1.0;}
 let types:Vec<_>=t.keys().cloned().collect(); let n:Vec<f64>=t.values().copied().collect();
 let mut r:Vec<(f64,f64,Vec<usize>)>=rows.iter().map(|(f,v,lo,hi)|(*lo,*hi,(0..types.len()).filter(|&j|&types[j][*f]==v).collect())).collect();
 r.push((k,k,(0..types.len()).collect()));
 println!("== {name}"); sortition::trial::run(n.clone(),n,r);
}}
